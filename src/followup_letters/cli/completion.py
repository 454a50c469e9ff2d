"""`render-letter completion SHELL`: what bash or zsh needs to complete commands, options and file names.

The options are read off each command's own help, so that they cannot differ from it.
"""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout, suppress

from followup_letters.cli.terminal import Parser

_ZSH = "autoload -U +X bashcompinit && bashcompinit\n"
_SCRIPT = """\
_render_letter() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} options
    case ${{COMP_WORDS[1]}} in
{cases}
    *) options="{main}" ;;
    esac
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$word"))
    else
        COMPREPLY=($(compgen -f -- "$word"))
        if [[ $COMP_CWORD == 1 ]]; then COMPREPLY+=($(compgen -W "{commands}" -- "$word")); fi
    fi
}}
complete -o filenames -F _render_letter render-letter
"""


def run(arguments: list[str]) -> int:
    """Print the script; a shell reads it with `source <(render-letter completion bash)`."""
    parser = Parser(prog="render-letter completion", description="Print what a shell needs to complete render-letter.")
    parser.add_argument("shell", choices=("bash", "zsh"))
    shell = parser.parse_args(arguments).shell
    from followup_letters.cli import COMMANDS

    cases = "\n".join(f'    {command}) options="{_options([command])}" ;;' for command in COMMANDS)
    script = _SCRIPT.format(cases=cases, main=_options([]), commands=" ".join(COMMANDS))
    print((_ZSH if shell == "zsh" else "") + script, end="")
    return 0


def _options(command: list[str]) -> str:
    from followup_letters.cli import main

    told = io.StringIO()
    with redirect_stdout(told), suppress(SystemExit):
        main([*command, "--help"])
    return " ".join(dict.fromkeys(re.findall(r"--[a-z][a-z-]*", told.getvalue())))
