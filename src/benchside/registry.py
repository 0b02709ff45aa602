"""Gathers the one object that each file of a folder declares.

Adding an indicator, a source or a chart is adding a file: nothing else lists them. A file whose
object bears another name than the file is refused, so that a name always leads to its file.
"""

import importlib
import pkgutil
from types import ModuleType

from benchside.errors import UsageError


def gather(package: ModuleType, attribute: str, *, name: str = "id") -> dict:
    """Every `attribute` object declared below `package`, by its name, in the order of the names.

    Modules that do not declare `attribute` (helpers beside their users) are passed over.
    Raises `UsageError` where an object is not named as its file, or two bear one name.
    """
    found: dict = {}
    for module in _modules(package):
        declared = getattr(module, attribute, None)
        if declared is None:
            continue
        key, stem = getattr(declared, name), module.__name__.rpartition(".")[2]
        if key != stem:
            raise UsageError(
                f"{attribute} in {module.__name__} is named {key!r}, expected {stem!r}. "
                "Rename the file or the object so that they agree."
            )
        if key in found:
            raise UsageError(f"Two files declare the {attribute} {key!r}. Rename one of them.")
        found[key] = declared
    return dict(sorted(found.items()))


def _modules(package: ModuleType):
    for info in sorted(pkgutil.walk_packages(package.__path__, package.__name__ + "."), key=lambda i: i.name):
        yield importlib.import_module(info.name)
