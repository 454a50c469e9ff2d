"""What `help` lists of a class whose instances people meet: what they may use, and not how Python makes a class."""

from __future__ import annotations


class Listed(type):
    """Lists of a class its public names; an instance lists all that it has, as ever."""

    def __dir__(cls) -> list[str]:
        pythons = {name for base in cls.__mro__ if base.__module__ == "builtins" for name in vars(base)}
        names = {*super().__dir__(), *getattr(cls, "__dataclass_fields__", ())}  # one without a default is no attribute
        return [name for name in names if not name.startswith("_") and name not in pythons]
