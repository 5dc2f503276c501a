"""What is counted: the words after a number that make it an amount and no year or day ("2022 soldiers"), folded."""

from __future__ import annotations

# After any number.
COUNTED = (
    r"s\b|\s*[%٪$€£]|[\s-](?:percent|per\s?cent|people|persons?|men|women|soldiers?|troops|tanks?|missiles?|drones?|prisoners?|"
    r"civilians?|children|victims|years?|months?|weeks?|days?|hours?|minutes?|km|kilomet|met(?:er|re)s?|miles?|tons?|tonnes?|"
    r"dollars?|euros?|roubles?|million|billion|thousand|megawatts?|mw\b|"
    r"شخص|جندي|رجل|امراه|طفل|اسير|مدني|قتيل|ضحيه|دبابه|صاروخ|مسيره|سنه|شهر|اسبوع|يوم(?:ا\b|\s+(?!ال))|ساعه|دقيقه|كم\b|"
    r"كيلومتر|متر|ميل|طن|دولار|يورو|روبل|مليون|مليار|الف|ميغا)"
)
# After a number that no word before it makes a year: "2000 houses", but not "in 2000 houses were sold".
COUNTED_UNLESS_DATED = (
    r"[\s-](?:fighters|houses|homes|jobs|students|refugees|detainees|hostages|workers|families|schools|doctors|trucks|vessels|"
    r"ships|shells|rockets|hectares|barrels|lit(?:re|er)s|trees|mercenaries|volunteers|officers|megabytes|"
    r"مقاتل|منزل|بيت\b|وحده\b|فرصه|وظيفه|طالب\b|لاجي|معتقل|رهينه|عامل\b|اسره|عايله|مدرسه\b|طبيب|شاحنه|سفينه|طايره|قذيفه|هكتار|"
    r"برميل|جنيه|ريال|درهم|شجره|مصاب\b|جريح|متطوع|مرتزق|ضابط)"
)
