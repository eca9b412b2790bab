"""The roof: settings, addresses, servers, checks."""
