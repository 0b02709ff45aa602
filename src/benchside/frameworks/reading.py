"""Reading catalogues: a folder of TOML files, every fault of a file told at once, with its entry."""

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from benchside.errors import InputError, UsageError, unknown
from benchside.frameworks.catalogue import STATUSES, WORDINGS, Entry, Framework, Having, Rule
from benchside.frameworks.checking import check_rule

FRAMEWORK_FIELDS = {"id", "title", "short", "about", "source", "mapping", "asks_status", "entry"}
ENTRY_FIELDS = {
    "code", "title", "group", "definition", "wording", "needs", "rules", "indicator", "baseline", "target", "target_wording",
}  # fmt: skip
RULE_FIELDS = {"record_type", "where", "having", "tag", "status"}
HAVING_FIELDS = {"record_type", "by", "where"}
_ID = re.compile(r"[a-z][a-z0-9_]*")


def shipped() -> Path:
    """The folder of the catalogues that come with Benchside."""
    return Path(str(resources.files("benchside.frameworks"))) / "catalogues"


def read_catalogues(folders: Iterable[Path], indicators: Collection[str]) -> dict[str, Framework]:
    """Every catalogue in the folders, by id, in the order of the ids; a folder that is not there holds none.

    `indicators` are the ids that entries may name. Raises `UsageError` for a faulty file or an id that two files bear.
    """
    found: dict[str, Framework] = {}
    for path in sorted(p for folder in folders if folder.is_dir() for p in folder.glob("*.toml")):
        read = read_catalogue(path, indicators)
        if read.id in found:
            raise UsageError(f"{path}: a framework with id {read.id!r} is there already. Give this one another id.")
        found[read.id] = read
    return dict(sorted(found.items()))


def read_catalogue(path: Path, indicators: Collection[str]) -> Framework:
    """One catalogue. Raises one `UsageError` that names every fault and the entry it stands in."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: cannot be read as TOML: {error}. Correct the file, or take it away.") from error
    faults: list[str] = []
    framework = _framework(given, path, faults, indicators)
    if framework is None or faults:
        raise UsageError("\n".join(faults))
    return framework


def _framework(
    given: Mapping[str, Any], path: Path, faults: list[str], indicators: Collection[str]
) -> Framework | None:
    where = path.name
    _known_fields(given, FRAMEWORK_FIELDS, where, faults)
    texts = {name: _text(given, name, where, faults) for name in ("id", "title", "short", "about", "source", "mapping")}
    if texts["id"] != path.stem or not _ID.fullmatch(texts["id"]):
        faults.append(f"{where}: id = {texts['id']!r}; expected the name of the file in small letters, {path.stem!r}.")
    asks = given.get("asks_status", False)
    if not isinstance(asks, bool):
        faults.append(f"{where}: asks_status = {asks!r}; expected true or false.")
    listed = given.get("entry", [])
    if not isinstance(listed, list) or not listed:
        faults.append(f"{where}: no [[entry]]. A framework has at least one.")
        return None
    entries = tuple(_entry(each, n, where, faults, indicators, bool(asks)) for n, each in enumerate(listed, 1))
    codes = [entry.code for entry in entries]
    faults += [f"{where}: {code!r} is the code of {codes.count(code)} entries. Keep one." for code in sorted(set(codes)) if codes.count(code) > 1]  # fmt: skip
    return Framework(**texts, asks_status=bool(asks), entries=entries)


def _entry(given: Any, number: int, file: str, faults: list[str], indicators: Collection[str], asks: bool) -> Entry:
    if not isinstance(given, Mapping):
        faults.append(f"{file}, entry {number}: expected a table [[entry]].")
        given = {}
    where = f"{file}, entry {given.get('code') or number}"
    _known_fields(given, ENTRY_FIELDS, where, faults)
    texts = {name: _text(given, name, where, faults) for name in ("code", "title", "definition", "wording", "needs")}
    _one_of("wording", texts["wording"], WORDINGS, where, faults)
    extra = {name: _number(given, name, where, faults) for name in ("baseline", "target")}
    target_wording = str(given.get("target_wording", ""))
    if any(extra.values()) or target_wording:
        _one_of("target_wording", target_wording, WORDINGS, where, faults)
    indicator = str(given.get("indicator", ""))
    if indicator and indicator not in indicators:
        faults.append(f"{where}: {unknown('indicator', indicator, indicators)}")
    rules = given.get("rules", [])
    if not isinstance(rules, list):
        faults.append(f"{where}: rules = {rules!r}; expected a list of tables.")
        rules = []
    made = tuple(_rule(each, f"{where}, rule {n}", faults, asks) for n, each in enumerate(rules, 1))
    return Entry(**texts, **extra, group=_texts(given.get("group", []), "group", where, faults), rules=made,
                 indicator=indicator, target_wording=target_wording)  # fmt: skip


def _rule(given: Any, where: str, faults: list[str], asks: bool) -> Rule:
    if not isinstance(given, Mapping):
        faults.append(f'{where}: {given!r}; expected a table such as {{ record_type = "asset" }}.')
        return Rule()
    _known_fields(given, RULE_FIELDS, where, faults)
    having = given.get("having")
    if having is not None:
        having = _having(having, where, faults)
    rule = Rule(
        record_type=str(given.get("record_type", "")), where=_where(given.get("where", {}), where, faults), having=having,
        tags=_texts(given.get("tag", []), "tag", where, faults), status=str(given.get("status", "")),
    )  # fmt: skip
    if rule.tags and (rule.where or rule.having or rule.status):
        faults.append(f"{where}: a tag says it all; expected no where, having or status beside it.")
    if not rule.tags and asks:
        _one_of("status", rule.status, STATUSES, where, faults)
    if not asks and rule.status:
        faults.append(f"{where}: status = {rule.status!r}, but the framework has no asks_status = true. Leave it out.")
    if not rule.tags and not rule.record_type:
        faults.append(f"{where}: neither record_type nor tag. Expected one of them.")
        return rule
    for fault in check_rule(rule):
        faults.append(f"{where}: {fault}")
    return rule


def _having(given: Any, where: str, faults: list[str]) -> Having | None:
    if not isinstance(given, Mapping):
        faults.append(f"{where}: having = {given!r}; expected a table with record_type, by and where.")
        return None
    _known_fields(given, HAVING_FIELDS, f"{where}, having", faults)
    return Having(
        str(given.get("record_type", "")), str(given.get("by", "")), _where(given.get("where", {}), where, faults)
    )


def _where(given: Any, where: str, faults: list[str]) -> dict[str, tuple[str, ...]]:
    if not isinstance(given, Mapping):
        faults.append(f"{where}: where = {given!r}; expected a table of columns and values.")
        return {}
    return {str(column): _texts(values, str(column), where, faults, empty=True) for column, values in given.items()}


def _known_fields(given: Mapping[str, Any], known: Collection[str], where: str, faults: list[str]) -> None:
    for name in given:
        if name not in known:
            faults.append(f"{where}: {unknown('field', str(name), known)}")


def _text(given: Mapping[str, Any], name: str, where: str, faults: list[str]) -> str:
    value = given.get(name, "")
    if not isinstance(value, str) or not value.strip():
        faults.append(f"{where}: {name} = {value!r}; expected a text.")
        return ""
    return value.strip()


def _texts(given: Any, name: str, where: str, faults: list[str], *, empty: bool = False) -> tuple[str, ...]:
    if not isinstance(given, list) or not all(isinstance(v, str) and (v or empty) for v in given):
        faults.append(f"{where}: {name} = {given!r}; expected a list of texts.")
        return ()
    return tuple(given)


def _number(given: Mapping[str, Any], name: str, where: str, faults: list[str]) -> str:
    """A number as the text that prints it; empty where there is none."""
    value = given.get(name)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
        faults.append(f"{where}: {name} = {value!r}; expected a number in the unit of the indicator.")
        return ""
    return "" if value is None else str(value)


def _one_of(name: str, value: str, known: Collection[str], where: str, faults: list[str]) -> None:
    if value not in known:
        faults.append(f"{where}: {name} = {value!r}; expected {' or '.join(repr(k) for k in known)}.")


def framework(found: Mapping[str, Framework], name: str) -> Framework:
    """The framework of that id; `UsageError` with the known ids where there is none."""
    if name not in found:
        raise unknown("framework", name, found)
    return found[name]
