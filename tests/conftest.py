"""What every test may ask for: a browser, a mail server, a PostgreSQL and the program itself, all real."""

pytest_plugins = [
    "tests.fixtures.browser",
    "tests.fixtures.certificate",
    "tests.fixtures.mail",
    "tests.fixtures.postgres",
    "tests.fixtures.served",
    "tests.fixtures.written",
]
