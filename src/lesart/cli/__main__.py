"""`python -m lesart.cli`."""

from lesart.cli import main

main()
