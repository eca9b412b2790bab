"""The demo's own pages: roles to step into, a card to answer with, the mails. They exist in a demo alone."""
