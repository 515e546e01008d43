"""``legation user``: the accounts of the desk."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from legation.errors import UsageError

if TYPE_CHECKING:
    from legation.store.accounts import Accounts

user = typer.Typer(no_args_is_help=True, help="Add, list and change the accounts of the desk.")

DeskFile = Annotated[str, typer.Option("--desk", metavar="FILE", help="The desk's database, as given to serve.")]
Login = Annotated[str, typer.Argument(help="The name to log in with.")]
Role = Annotated[str, typer.Option(help="reader (notes are held), editor (moderates) or admin.")]


def _opened(desk: str) -> Accounts:
    from legation.store.accounts import open_accounts

    return open_accounts(desk)


def _password() -> str:
    """Asked twice at a terminal; else the first line of standard input, so that it never stands in a command."""
    if sys.stdin.isatty():
        found: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
        return found
    return sys.stdin.readline().rstrip("\r\n")


def _checked_role(role: str) -> str:
    from legation.store.accounts import ROLES

    if role not in ROLES:
        raise UsageError(f"--role {role}: must be one of {', '.join(ROLES)}")
    return role


@user.command()
def add(desk: DeskFile, login: Login, name: str | None = None, role: Role = "reader") -> None:
    """Add an account. The password is asked for, or read from standard input."""
    from legation.web.passwords import hashed

    if not login.strip() or len(login) > 100 or not login.isprintable():
        raise UsageError("a login has at most 100 printable characters")
    found = _checked_role(role)
    kept = hashed(_password())
    with _opened(desk) as accounts:
        added = accounts.add_user(login, name or login, found, kept, now=datetime.now(UTC))  # type: ignore[arg-type]
    typer.echo(f"added {added.login} ({added.role})")


@user.command("list")
def list_(desk: DeskFile) -> None:
    """List the accounts."""
    with _opened(desk) as accounts:
        for one in accounts.users():
            typer.echo(f"{one.login}\t{one.role}\t{one.name}{' (disabled)' if one.is_disabled else ''}")


@user.command()
def change(
    desk: DeskFile,
    login: Login,
    role: Annotated[str | None, typer.Option(help="The new role.")] = None,
    password: Annotated[bool, typer.Option("--password", help="Ask for a new password.")] = False,
    disable: Annotated[bool, typer.Option("--disable", help="Shut the account out.")] = False,
    enable: Annotated[bool, typer.Option("--enable", help="Let it in again.")] = False,
) -> None:
    """Change an account; its sessions end."""
    from legation.web.passwords import hashed

    now = datetime.now(UTC)
    fields: dict[str, str | None] = {}
    if role is not None:
        fields["role"] = _checked_role(role)
    if password:
        fields["password"] = hashed(_password())
    if disable or enable:
        fields["disabled"] = now.isoformat() if disable else None
    if not fields:
        raise UsageError("nothing to change; give --role, --password, --disable or --enable")
    with _opened(desk) as accounts:
        if not accounts.change_user(login, now=now, **fields):
            raise UsageError(f"{login}: there is no such account")
    typer.echo(f"changed {login}")
