"""How the encoder was made; the package never imports it. `python -m train --help` tells the one command."""
