"""Pages for `man`, made from what the program says of its own commands."""

import json
import subprocess


def pages(program, version, day):
    """The page of the program and one for each command, as their file name and text."""
    dump = subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True,
                          stdin=subprocess.DEVNULL)
    yield from command_pages(json.loads(dump.stdout)["command"], [], version, day)


def command_pages(command, above, version, day):
    names = above + [command["commandName"]]
    shown = [below for below in command.get("subcommands", [])
             if below.get("shouldDisplay", True) and below["commandName"] != "help"]
    yield f"{'-'.join(names)}.1", page(command, names, shown, version, day)
    for below in shown:
        yield from command_pages(below, names, version, day)


def page(command, names, below, version, day):
    """A page in the macros of man(7), which every system's man understands."""
    arguments = [argument for argument in command.get("arguments", [])
                 if argument.get("shouldDisplay", True)]
    title = "-".join(names).upper()
    lines = [f'.TH "{title}" 1 "{day}" "findings {version}" "findings"', ".SH NAME",
             f"{text('-'.join(names))} \\- {text(command.get('abstract', '').rstrip('.'))}",
             ".SH SYNOPSIS", f".B {text(' '.join(names))}"]
    lines += [text(synopsis(argument)) for argument in arguments]
    if below:
        lines.append(text("<command>"))
    if command.get("discussion"):
        lines += [".SH DESCRIPTION", text(command["discussion"])]
    positional = [one for one in arguments if one["kind"] == "positional"]
    named = [one for one in arguments if one["kind"] != "positional"]
    for heading, group in (("ARGUMENTS", positional), ("OPTIONS", named)):
        if group:
            lines.append(f".SH {heading}")
        for argument in group:
            lines += [".TP", f".B {text(spelling(argument))}", text(meaning(argument))]
    if below:
        lines.append(".SH COMMANDS")
        for one in below:
            lines += [".TP", f".B {text(' '.join(names + [one['commandName']]))}",
                      text(one.get("abstract", ""))]
    if len(names) > 1 or below:
        others = [names[:-1]] if len(names) > 1 else [names + [one["commandName"]] for one in below]
        lines += [".SH SEE ALSO", ", ".join(f"\\fB{text('-'.join(one))}\\fR(1)" for one in others)]
    return "\n".join(lines) + "\n"


def spelling(argument):
    if argument["kind"] == "positional":
        return f"<{argument['valueName']}>"
    names = ", ".join(("--" if name["kind"] == "long" else "-") + name["name"]
                      for name in argument["names"])
    return names if argument["kind"] == "flag" else f"{names} <{argument['valueName']}>"


def synopsis(argument):
    words = spelling(argument).split(", ")[-1] + (" ..." if argument.get("isRepeating") else "")
    return f"[{words}]" if argument.get("isOptional", True) else words


def meaning(argument):
    words = argument.get("abstract", "")
    if argument.get("defaultValue") and argument["kind"] != "flag":
        words += f" (default: {argument['defaultValue']})"
    return words or "As its name says."


def text(words):
    """Words as troff shows them as they are: no macro at the start, no hyphen that becomes a dash."""
    words = words.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in words.split("\n"))
