"""Numbers to geometry to SVG."""
