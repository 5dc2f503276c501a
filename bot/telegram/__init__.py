"""Updates in, messages out. Only this package imports ``telegram``."""
