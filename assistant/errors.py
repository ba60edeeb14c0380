"""What can go wrong, as one small tree.

AssistantError
├── CorpusError      a fault of a file under corpus/: mend the file, then ingest again
├── IndexFault      no index, or a damaged one: run ``python ingest.py``
│   ├── IndexDamaged of a version only: the one before it may be sound
│   └── BusyError    another ingest is running: wait for it
├── ModelError       the embedding model cannot be loaded: look at the setting
├── SettingsError    a setting has a value that cannot be used
├── QuestionError    the question itself cannot be read: empty, too long, not text
├── AnswersError     a file of answers holds something else
├── PhrasingError    the language model did not answer: the quotes stand alone
├── FeedbackError    the file of feedback is full or cannot be used
└── UnverifiedError  an answer says what its citations do not: a fault of ours, never shown
"""


class AssistantError(Exception):
    """A fault that we expect; its message says what to do."""


class CorpusError(AssistantError):
    """A document, or what is said of it in ``sources.toml``, is at fault."""


class IndexFault(AssistantError):  # noqa: N818 - IndexError is Python's own
    """There is no index, or it is damaged or was made by other settings."""


class IndexDamaged(IndexFault):
    """A version of the index is not as its manifest says."""


class BusyError(IndexFault):
    """Another ingest holds the lock."""


class ModelError(AssistantError):
    """The embedding model is missing or is not one that we can use."""


class SettingsError(AssistantError):
    """A setting in the environment cannot be used."""


class QuestionError(AssistantError):
    """The question is empty, too long, or not text."""


class UnverifiedError(AssistantError):
    """An answer that says what its citations do not; it is never shown."""


class PhrasingError(AssistantError):
    """The language model did not answer as it should; nothing of what it said is told.

    ``kind``: ``timeout``, ``fault``, or ``budget`` if it was not asked at all.
    """

    def __init__(self, kind: str) -> None:
        super().__init__(f"the language model did not answer ({kind})")
        self.kind = kind


class FeedbackError(AssistantError):
    """The file of feedback is full, or cannot be read or written."""


class AnswersError(AssistantError):
    """A file that should hold answers holds something else."""
