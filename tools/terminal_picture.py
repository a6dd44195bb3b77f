"""Make `docs/images/terminal.svg`, the README's picture: what `make demo` prints, as a terminal shows it.

python tools/terminal_picture.py
"""

import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

import lesart
from lesart.present import terminal

ROOT = Path(__file__).parents[1]
LINES = 44
"""Lines of the picture: the event, the gap, the matrix and the first of the gaps one by one."""


def main() -> None:
    """Write the picture."""
    readings = [lesart.read(path) for path in sorted((ROOT / "examples/kanalgespraech").iterdir())]
    shown = Console(record=True, width=80, force_terminal=True, color_system="truecolor", file=io.StringIO())
    terminal.show_comparison(lesart.compare(readings), quiet=False, console=shown)
    lines = shown.export_text(styles=True).splitlines()[:LINES]
    picture = Console(record=True, width=80, file=io.StringIO(), force_terminal=True)
    picture.print(Text.from_ansi("\n".join(lines)))
    svg = picture.export_svg(title="lesart compare examples/kanalgespraech")
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL).replace("Fira Code", "DejaVu Sans Mono")
    (ROOT / "docs/images").mkdir(parents=True, exist_ok=True)
    (ROOT / "docs/images/terminal.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
