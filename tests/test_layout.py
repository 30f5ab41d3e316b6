"""The walls of the repository: which package may know which, and what a package's front page may hold."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAY_IMPORT = {
    "corpus": {"corpus"},
    "index": {"corpus", "index"},
    "qa": {"corpus", "index", "qa"},
    "api": {"corpus", "index", "qa", "api"},
}
WEB = {"fastapi", "starlette", "uvicorn", "typer"}


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imported(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_dependencies_point_one_way(package: str) -> None:
    wrong = {
        f"{module.relative_to(ROOT)} imports {name}"
        for module in modules(package)
        for name in imported(module) & (set(MAY_IMPORT) - MAY_IMPORT[package])
    }
    assert wrong == set()


@pytest.mark.parametrize("package", ["corpus", "index", "qa"])
def test_only_the_doors_know_the_web(package: str) -> None:
    assert {str(m.relative_to(ROOT)) for m in modules(package) if imported(m) & WEB} == set()


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_front_pages_only_name_what_is_public(package: str) -> None:
    for page in (ROOT / package).rglob("__init__.py"):
        body = ast.parse(page.read_text()).body
        kinds = {type(node) for node in body}
        assert kinds <= {ast.Expr, ast.Import, ast.ImportFrom, ast.Assign}, f"{page.relative_to(ROOT)} holds code"


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_modules_stay_small(package: str) -> None:
    long = {str(m.relative_to(ROOT)) for m in modules(package) if len(m.read_text().splitlines()) > 400}
    assert long == set()


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_every_package_draws_its_error_tree(package: str) -> None:
    errors = ast.parse((ROOT / package / "errors.py").read_text())
    tree = ast.get_docstring(errors) or ""
    classes = [node.name for node in errors.body if isinstance(node, ast.ClassDef)]
    assert classes
    assert [name for name in classes if name not in tree] == []
