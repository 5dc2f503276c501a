"""Money as texts name it, folded: signs, codes and words, and the ISO 4217 code where the text leaves no doubt of it."""

from __future__ import annotations

# A dollar is the United States' and a rouble Russia's unless an adjective says otherwise; pounds, dinars, riyals, liras, crowns
# and pesos are of so many countries that a bare one has no code.
SIGNS = {
    "$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": None, "₽": "RUB", "₴": "UAH", "₺": "TRY", "₪": "ILS", "₹": "INR",
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "rub": "RUB", "uah": "UAH", "cny": "CNY", "sar": "SAR", "aed": "AED", "egp": "EGP",
    "chf": "CHF", "jpy": "JPY", "try": None,
}  # fmt: skip
WORDS = {
    "us dollars?": "USD", "american dollars?": "USD", "dollars?": "USD", "euros?": "EUR", "cents?": None,
    "pounds? sterling": "GBP", "british pounds?": "GBP", "egyptian pounds?": "EGP", "pounds": None, "sterling": "GBP",
    "roubles?": "RUB", "rubles?": "RUB", "hryvnias?": "UAH", "yuan": "CNY", "renminbi": "CNY", "yen": "JPY",
    "swiss francs?": "CHF",
    "francs?": None, "saudi riyals?": "SAR", "riyals?": None, "rials?": None, "dirhams?": None, "dinars?": None, "liras?": None,
    "rupees?": None, "zlotys?": "PLN", "shekels?": "ILS", "crowns?": None, "kron[ae]r?": None,
    "دولار(?:ات|ا|ين|ان)? (?:ال)?امريكي(?:ا|ه|ين|ان)?": "USD", "دولار(?:ات|ا|ين|ان)? كندي(?:ا|ه)?": "CAD",
    "دولار(?:ات|ا|ين|ان)? استرالي(?:ا|ه)?": "AUD", "دولار(?:ات|ا)?": "USD", "يورو(?:هات)?": "EUR",
    "جنيه(?:ات|ا)? (?:ا?سترليني)(?:ا|ه)?": "GBP", "جنيه(?:ات|ا)? مصري(?:ا|ه)?": "EGP", "جنيه(?:ات|ا)?": None,
    "روبل(?:ات|ا)?": "RUB", "هريفنيا": "UAH", "يوان(?:ات|ا)?": "CNY", "ين ياباني(?:ا)?": "JPY",
    "فرنك(?:ات|ا)? سويسري(?:ا)?": "CHF",
    "ريال(?:ات|ا)? سعودي(?:ا|ه)?": "SAR", "ريال(?:ات|ا)?": None, "درهما? اماراتيا?": "AED", "درهما?": None, "دراهم": None,
    "دينارا?": None, "دنانير": None, "ليره": None, "ليرات": None, "شيكل(?:ات|ا)?": "ILS", "فرنك(?:ات|ا)?": None,
}  # fmt: skip
