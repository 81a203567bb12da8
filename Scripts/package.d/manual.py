"""Writes manual pages of a command from what it says of itself.

    ibid --experimental-dump-help | python3 Scripts/package.d/manual.py FOLDER VERSION

A page a command, ibid.1, ibid-check.1 …, in man(7): the words of `--help`, set by man's own formatter.
"""

import json
import os
import re
import sys
import time


def escaped(text):
    """Text as roff takes it."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...")
    for mark, name in (("“", "\\(lq"), ("”", "\\(rq"), ("’", "\\(cq"), ("‘", "\\(oq"), ("–", "\\(en"), ("→", "\\(->")):
        text = text.replace(mark, name)
    text = re.sub("`([^`\n]+)`", "\\\\fB\\1\\\\fR", text)
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def paragraphs(text):
    """Paragraphs as such, and what is indented as it stands."""
    lines = []
    for block in text.strip("\n").split("\n\n"):
        if block.startswith("  "):
            lines += [".PP", ".RS 4", ".nf", escaped("\n".join(line[2:] for line in block.split("\n"))), ".fi", ".RE"]
        else:
            lines += [".PP", escaped(block)]
    return lines


def name_of(argument):
    """An option's names, or a placeholder."""
    names = []
    for name in argument.get("names") or []:
        names.append("\\fB" + escaped(("-" if len(name["name"]) == 1 else "--") + name["name"]) + "\\fR")
    value = "\\fI" + escaped(argument.get("valueName") or "value") + "\\fR"
    if argument["kind"] == "positional":
        return value
    return ", ".join(names) + ("" if argument["kind"] == "flag" else " " + value)


def meaning(argument):
    """What an option does, its default and values."""
    text = " ".join(part for part in (argument.get("abstract"), argument.get("discussion")) if part)
    default = argument.get("defaultValue")
    if default and "default:" not in text:
        text += f" (default: {default})"
    return escaped(text.strip() or "-")


def synopsis(path, command):
    parts = ["\\fB" + escaped(" ".join(path)) + "\\fR"]
    arguments = [one for one in command.get("arguments") or [] if one.get("shouldDisplay", True)]
    if any(one["kind"] != "positional" for one in arguments):
        parts.append("[\\fIoptions\\fR]")
    for one in arguments:
        if one["kind"] == "positional":
            text = name_of(one) + (" \\&..." if one.get("isRepeating") else "")
            parts.append(f"[{text}]" if one.get("isOptional") else text)
    if command.get("subcommands"):
        parts.append("\\fIcommand\\fR")
    return " ".join(parts)


def page(path, command, date, version, related):
    lines = [f'.TH {"-".join(path).upper()} 1 "{date}" "ibid {version}" "Ibid"', ".ad l", ".nh", ".SH NAME"]
    abstract = (command.get("abstract") or "").rstrip(".")
    lines += [escaped("-".join(path)) + " \\- " + escaped(abstract[:1].lower() + abstract[1:])]
    lines += [".SH SYNOPSIS", synopsis(path, command)]
    if command.get("discussion"):
        lines += [".SH DESCRIPTION"] + paragraphs(command["discussion"])[1:]
    options = [one for one in command.get("arguments") or [] if one.get("shouldDisplay", True)]
    if options:
        lines += [".SH OPTIONS"]
        for one in options:
            lines += [".TP", name_of(one), meaning(one)]
    children = [one for one in command.get("subcommands") or [] if one["commandName"] != "help"]
    if children:
        lines += [".SH COMMANDS"]
        for one in children:
            lines += [".TP", "\\fB" + escaped(one["commandName"]) + "\\fR", escaped(one.get("abstract") or "")]
    if related:
        links = [f"\\fB{escaped(name)}\\fR(1)" for name in related]
        lines += [".SH SEE ALSO", ",\n".join(links)]
    return "\n".join(lines) + "\n"


def write(folder, path, command, date, version, related):
    children = [one for one in command.get("subcommands") or [] if one["commandName"] != "help"]
    # Commands of a command stand on pages of their own, but for those of `ibid library`, which are short.
    below = ["-".join(path + [one["commandName"]]) for one in children]
    with open(os.path.join(folder, "-".join(path) + ".1"), "w", encoding="utf-8") as file:
        file.write(page(path, command, date, version, below or related))
    for one in children:
        write(folder, path + [one["commandName"]], one, date, version, ["-".join(path)])


def main():
    folder, version = sys.argv[1:]
    date = time.strftime("%Y-%m-%d", time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", "0"))))
    command = json.load(sys.stdin)["command"]
    write(folder, [command["commandName"]], command, date, version, [])


main()
