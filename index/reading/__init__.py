"""Files and web pages become text: one module a format, listed in ``formats``; the risky ones are read in a process apart."""
