"""Many files: worker processes, a manifest, and one output for what they gave."""

from hwpextract.batch.failures import OutputError
from hwpextract.batch.rows import Entry, Person
from hwpextract.batch.run import Engine, Progress, run
from hwpextract.batch.search import Hit, search
from hwpextract.batch.settings import Settings
from hwpextract.batch.summary import Summary

__all__ = ["Engine", "Entry", "Hit", "OutputError", "Person", "Progress", "Settings", "Summary", "run", "search"]
