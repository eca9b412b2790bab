"""The representatives' pages: release the sending, read the mirror, own the plan."""
