"""The parser with everything loaded that reading needs: on memory that workers share, where they are forked.

The server that workers are forked from imports this module once, which loads the parser; each worker then begins at
once. A worker that is started any other way loads it here itself.
"""

from contextlib import suppress
from functools import cache

from legation.batch.worker import warmed
from legation.ports import Parser


@cache
def parser() -> Parser:
    """The parser of this process, loaded at the first call. Raises what loading it raises."""
    from legation.parse import default_parser

    return warmed(default_parser())


# What fails here would end the server without a word; it fails once more in the worker, which tells it.
with suppress(Exception):
    parser()
