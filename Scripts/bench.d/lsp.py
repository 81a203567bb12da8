#!/usr/bin/env python3
"""Measures the language server beside a library of 10,000 records: CPU milliseconds of the process, by the kernel's own
count, and its memory. `ibid check` on the same article, in the same run, is the measure to compare with.

    Scripts/bench.d/lsp.py IBID FOLDER [EDITS]
"""
import json, os, random, resource, statistics, subprocess, sys, time

IBID, FOLDER = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
EDITS = int(sys.argv[3]) if len(sys.argv) > 3 else 100
HERE = os.path.dirname(os.path.abspath(__file__))
SENTENCES = [json.loads(line)["plain"] for line in open(HERE + "/../train-claims.d/sentences.jsonl", encoding="utf-8")]
RANDOM = random.Random(20)
FAMILIES = "Abbott Baker Costa Dietz Eriksen Fournier Greco Hansen Ito Jensen Kaur Lopez Moreau Novak Okafor Patel Quist Rossi Sato Tanaka Ueda Varga Weber Xu Young Zeman".split()


def records(count):
    """Records whose titles and abstracts are made of real sentences' words."""
    for number in range(count):
        words = [word for _ in range(8) for word in RANDOM.choice(SENTENCES).split()]
        authors = [
            {"family": RANDOM.choice(FAMILIES) + RANDOM.choice(["", "son", "berg", "er"]), "given": RANDOM.choice("ABCDEF")}
            for _ in range(RANDOM.randint(1, 6))
        ]
        yield {
            "id": f"{authors[0]['family'].lower()}{1980 + number % 45}-{number}", "type": "article-journal",
            "title": " ".join(RANDOM.sample(words, 9)).capitalize(), "container-title": "Journal of " + RANDOM.choice(words),
            "author": authors, "issued": {"date-parts": [[1980 + number % 45]]}, "volume": str(number % 90 + 1),
            "page": f"{number % 400 + 1}-{number % 400 + 9}", "PMID": str(20000000 + number),
            "DOI": f"10.1000/j.{number}", "abstract": " ".join(words + [w for _ in range(4) for w in RANDOM.choice(SENTENCES).split()]),
        }


def article(words, notes, items):
    """An article of so many words, each of its notes a reference to a record."""
    text, count, cited = ["# Sleep and pain"], 0, 0
    while count < words:
        paragraph = []
        for _ in range(6):
            sentence = RANDOM.choice(SENTENCES)
            count += len(sentence.split())
            if cited < notes * count / words:
                cited += 1
                sentence = f"{sentence.rstrip('.')}.[^{cited}]"
            paragraph.append(sentence)
        text.append(" ".join(paragraph))
        if len(text) % 8 == 0:
            text.append("## " + RANDOM.choice(SENTENCES).split()[0])
    for number in range(1, cited + 1):
        item = RANDOM.choice(items)
        names = ", ".join(f"{name['family']} {name['given']}" for name in item["author"][:6])
        text.append(
            f"[^{number}]: {names}. {item['title']}. {item['container-title']}. {item['issued']['date-parts'][0][0]};"
            f"{item['volume']}:{item['page']}. PMID {item['PMID']}")
    return "\n\n".join(text) + "\n"


class Server:
    def __init__(self, library, pulls=True):
        self.process = subprocess.Popen(
            [IBID, "lsp", "--library", library], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=FOLDER)
        self.last, self.buffer = 0, b""
        self.pulls = pulls
        document = {"completion": {"completionItem": {"resolveSupport": {"properties": ["additionalTextEdits"]}}}}
        if pulls:
            document["diagnostic"] = {}
        self.request("initialize", {"capabilities": {"textDocument": document, "workspace": {"applyEdit": True}}})
        self.notify("initialized", {})

    def send(self, message):
        body = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def notify(self, method, params):
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def read(self):
        while True:
            head, found, rest = self.buffer.partition(b"\r\n\r\n")
            if found:
                length = int(head.split(b":")[1])
                if len(rest) >= length:
                    self.buffer = rest[length:]
                    return json.loads(rest[:length])
            block = os.read(self.process.stdout.fileno(), 1 << 20)
            if not block:
                raise EOFError
            self.buffer += block

    def request(self, method, params):
        self.last += 1
        self.send({"jsonrpc": "2.0", "id": self.last, "method": method, "params": params})
        while True:
            message = self.read()
            if message.get("id") == self.last and "method" not in message:
                return message["result"]

    def wait(self, method):
        while True:
            message = self.read()
            if message.get("method") == method:
                return message["params"]

    def ask(self, method, line=0, character=0, **more):
        place = {"textDocument": {"uri": self.uri}, "position": {"line": line, "character": character}}
        return self.request("textDocument/" + method, {**place, **more})

    def open(self, path, text):
        self.uri, self.version = "file://" + path, 1
        self.notify(
            "textDocument/didOpen",
            {"textDocument": {"uri": self.uri, "languageId": "markdown", "version": 1, "text": text}})

    def type(self, line, character, text, end=None):
        self.version += 1
        start = {"line": line, "character": character}
        self.notify(
            "textDocument/didChange",
            {"textDocument": {"uri": self.uri, "version": self.version},
             "contentChanges": [{"range": {"start": start, "end": end or start}, "text": text}]})

    def cpu(self):
        """CPU milliseconds so far, of all threads: the process's own clock, as clock_getcpuclockid(3) names it."""
        return time.clock_gettime((~self.process.pid << 3) | 2) * 1e3

    def memory(self, name="VmRSS"):
        for line in open(f"/proc/{self.process.pid}/status"):
            if line.startswith(name + ":"):
                return int(line.split()[1]) / 1024

    def measured(self, work):
        before = self.cpu()
        result = work()
        return self.cpu() - before, result

    def end(self):
        self.request("shutdown", None)
        self.notify("exit", None)
        self.process.wait()


def show(name, value, unit, limit=None):
    print(f"{name:58} {value:8.1f} {unit}" + (f"   (to reach: {limit})" if limit else ""))


def main():
    os.makedirs(FOLDER, exist_ok=True)
    library = FOLDER + "/lsp.sqlite"
    items = list(records(10000))
    if not os.path.exists(library):
        with open(FOLDER + "/lsp.json", "w", encoding="utf-8") as file:
            json.dump(items, file)
        subprocess.run([IBID, "import", FOLDER + "/lsp.json", "--library", library], check=True, stdout=subprocess.DEVNULL)
    print(f"library of {len(items)} records, {os.path.getsize(library) >> 20} MiB")
    for words, notes, limit in [(1000, 20, 15), (10000, 300, 60)]:
        text = article(words, notes, items)
        path = f"{FOLDER}/article-{words}.md"
        open(path, "w", encoding="utf-8").write(text)
        lines = text.split("\n")
        checks = []
        for _ in range(5):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([IBID, "check", path, "--library", library], stdout=subprocess.DEVNULL)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            checks.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000)
        check = min(checks)
        print(f"\n{words} words, {notes} notes, {len(text)} bytes")
        show("ibid check beside the library, least of 5", check, "ms CPU")

        server = Server(library)
        server.open(path, text)
        first, _ = server.measured(lambda: server.ask("diagnostic"))
        show("the first diagnostics", first, "ms CPU", 150 if words == 1000 else None)
        body = [number for number, line in enumerate(lines) if line and not line.startswith(("#", "[^"))]
        references = [number for number, line in enumerate(lines) if line.startswith("[^")]
        spent = {"in the text": [], "in a reference": []}
        for number in range(EDITS):
            for place, choice in [("in the text", body), ("in a reference", references)]:
                line = RANDOM.choice(choice)
                column = RANDOM.randint(8, max(8, min(60, len(lines[line]) - 1)))

                def edit(letter=chr(97 + number % 26)):
                    server.type(line, column, letter)
                    return server.ask("diagnostic")

                spent[place].append(server.measured(edit)[0])
                server.type(line, column, "", {"line": line, "character": column + 1})
        for place, times in spent.items():
            show(f"change → diagnostics, {place}, median of {EDITS}", statistics.median(times), "ms CPU", limit)
            print(f"{'':58} {statistics.median(times) / check:8.2f} × a check")
        some = None
        index, _ = server.measured(lambda: (server.type(2, 0, "[@a "), server.ask("completion", 2, 3)))
        show("the first completion, for which the library is read", index, "ms CPU")
        queries = ["a", "ab", "abb", "abbott", "e", "er", "sleep", "2003", "sat", "jens 1999", "pain in"]
        times = []
        for query in queries:
            server.type(2, 0, "", {"line": 2, "character": 4})
            server.type(2, 0, f"[@{query}"[:4].ljust(4))
            typed = f"[@{query}"
            server.type(2, 0, typed, {"line": 2, "character": 4})
            took, found = server.measured(lambda: server.ask("completion", 2, len(typed)))
            assert found is not None and len(found["items"]) <= 100
            times.append(took)
            some = found["items"][:1] or some
            server.type(2, 0, "    ", {"line": 2, "character": len(typed)})
        show("completion by keystroke, median", statistics.median(times), "ms CPU", 20)
        show("completion by keystroke, most", max(times), "ms CPU")
        resolved = [server.measured(lambda: server.request("completionItem/resolve", some[0]))[0] for _ in range(20)]
        show("resolve, median", statistics.median(resolved), "ms CPU", 5)
        server.ask("diagnostic")
        hovers, definitions = [], []
        for line in body[:40]:
            column = lines[line].find("[^")
            if column > 0:
                hovers.append(server.measured(lambda: server.ask("hover", line, column + 2))[0])
                definitions.append(server.measured(lambda: server.ask("definition", line, column + 2))[0])
        show("hover, median", statistics.median(hovers), "ms CPU", 5)
        show("definition, median", statistics.median(definitions), "ms CPU", 5)
        for method, more in [
            ("documentSymbol", {}), ("codeLens", {}), ("documentLink", {}),
            ("inlayHint", {"range": {"start": {"line": 0, "character": 0}, "end": {"line": 60, "character": 0}}}),
        ]:
            show(method, statistics.median([server.measured(lambda: server.ask(method, **more))[0] for _ in range(9)]), "ms CPU")
        show("memory, library read", server.memory(), "MiB", 80)
        before = server.memory()
        for number in range(EDITS * 10):
            line = RANDOM.choice(references if number % 2 else body)
            server.type(line, 8, chr(97 + number % 26))
            server.ask("diagnostic")
        show(f"memory, growth over {EDITS * 10} edits", server.memory() - before, "MiB", 5)
        show("memory, most at any time", server.memory("VmHWM"), "MiB")
        idle = server.cpu()
        time.sleep(3)
        show("idle for 3 s", server.cpu() - idle, "ms CPU", 0)
        server.end()

    began = time.monotonic()
    server = Server(library, pulls=False)
    greeted = time.monotonic()
    server.open(FOLDER + "/article-1000.md", open(FOLDER + "/article-1000.md", encoding="utf-8").read())
    server.wait("textDocument/publishDiagnostics")
    shown = time.monotonic()
    print()
    show("start → initialized", (greeted - began) * 1000, "ms wall", 50)
    show("opened → first diagnostics", (shown - greeted) * 1000, "ms wall", 150)
    server.end()


main()
