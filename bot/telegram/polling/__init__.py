"""Updates in: fetched, kept before they are acknowledged, and handed out in order."""
