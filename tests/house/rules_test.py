#!/usr/bin/env python3
"""Every rule passes a small sound tree and sees the fault planted in it: rules_test.py RULE…"""

import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SOUND = {
    "CMakeLists.txt": "foreach(room IN ITEMS base)\nendforeach()\nfind_package(fmt REQUIRED)\n",
    "DEPENDENCIES.md": "| fmt | `libfmt-dev` | text |\n",
    "GLOSSARY.md": "| **mirror** | the partner's figure of the same flow |\n| **reporter** | whose figure it is |\n",
    "README.md": "Type `./dev demo`, then `paraph check`; see [rooms](docs/architecture.md#the-rooms).\n",
    "dev": "cat <<'TEXT'\n  demo   shows it\nTEXT\n    demo) dev_demo ;;\n",
    "docs/architecture.md": "## The rooms\n| `base` | is below all |\n",
    "docs/claims.md": "`relations` `span`\n",
    "fuzz/CMakeLists.txt": "paraph_fuzz(document fuzz_document.cc)\n",
    "fuzz/corpus/document/plain.txt": "text\n",
    "fuzz/fuzz_document.cc": "int main() {}\n",
    "src/base/CMakeLists.txt": "paraph_module(base HEADERS check.h SOURCES check.cc)\n",
    "src/base/check.cc": "#include \"base/check.h\"\n",
    "src/base/check.h": "#pragma once\n",
    "src/claim/CMakeLists.txt": "vocabulary.h",
    "src/claim/vocabulary.h": "#pragma once\nPARAPH_NAMES(ClaimKind, \"relations\")\n",
    "src/cli/CMakeLists.txt": "arguments.cc",
    "src/cli/arguments.cc": "app.add_subcommand(\"check\", \"\");\n",
    "src/report/CMakeLists.txt": "claim_json.cc",
    "src/report/claim_json.cc": "write_member(json, \"span\", claim.span);\n",
    "tests/house/long_files.tsv": "file\tlines\treason\n",
    "tools/dev/packages.txt": "# set package\ndemo libfmt-dev text\n",
}
SOUND["CMakeLists.txt"] = SOUND["CMakeLists.txt"].replace("ITEMS base", "ITEMS base claim cli report")
SOUND["docs/architecture.md"] += "| `claim` |\n| `cli` |\n| `report` |\n"
FAULTS = {  # rule: (file, its text, what the message names)
    "built": [("src/base/lost.cc", "", "src/base/lost.cc:1")],
    "claims_page": [("docs/claims.md", "`span`\n", "`relations`"), ("docs/claims.md", "`relations`\n", "`span`")],
    "commands": [("README.md", "Type `./dev fly`.\n", "fly"), ("README.md", "    paraph fly\n", "fly"), ("dev", "    demo) dev_demo ;;\n", "demo")],
    "dependencies": [("cmake/Parts.cmake", "find_package(Boost REQUIRED)\n", "Boost"), ("tools/dev/packages.txt", "demo libboost-dev x\n", "libboost-dev")],
    "file_length": [("src/base/check.cc", "int a;\n" * 401, "401 lines"),
                    ("tests/house/long_files.tsv", "file\tlines\treason\nsrc/base/check.cc\t500\tone table, read from top to bottom\n", "needs no excuse")],
    "fuzzed": [("fuzz/fuzz_claims.cc", "", "fuzz_claims.cc:1")],
    "glossary": [("GLOSSARY.md", "| **reporter** | whose figure it is |\n| **mirror** | the other figure |\n", "mirror"), ("GLOSSARY.md", "", "no terms")],
    "headers": [("src/base/check.h", "#include <string>\n", "pragma once"), ("src/base/check.cc", "using namespace std;\n", "using namespace std")],
    "links": [("README.md", "[x](docs/none.md)\n", "docs/none.md"), ("README.md", "[x](docs/architecture.md#none)\n", "none")],
    "loose_ends": [("src/base/check.cc", "int a;\n// TO" + "DO: b\n", "check.cc:2")],
    "pure_rooms": [("src/base/check.cc", "auto now = std::chrono::system_clock::now();\n", "system_clock"), ("src/base/check.cc", "std::cout << 1;\n", "std::cout"),
                   ("src/claim/vocabulary.h", "#include <sqlite3.h>\n", "sqlite3")],
    "rooms": [("CMakeLists.txt", "foreach(room IN ITEMS base)\nendforeach()\n", "src/claim"), ("docs/architecture.md", "# Rooms\n", "`base`")],
}


def run(rule, files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return subprocess.run([sys.executable, str(HERE / "rules.py"), "--root", folder, rule], stdout=subprocess.PIPE, text=True)


def main():
    failures = [f"{rule}: no fault is planted for it" for rule in sys.argv[1:] if rule not in FAULTS]
    for rule, faults in FAULTS.items():
        sound = run(rule, SOUND)
        if sound.returncode != 0:
            failures.append(f"{rule}: the sound tree fails: {sound.stdout.strip()}")
        for file, text, named in faults:
            found = run(rule, SOUND | {file: text})
            if found.returncode != 1 or named not in found.stdout:
                failures.append(f"{rule}: does not see {named} in {file}: {found.returncode} {found.stdout.strip()}")
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
