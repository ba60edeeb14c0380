"""The search as a LangChain retriever, for any chain. The only home of langchain.

A module of its own: its import takes half a second, which nothing else here has to wait for.
"""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.search.retriever import Search


class PassageRetriever(BaseRetriever):
    """The search as a LangChain retriever: passages as documents, with all that a citation needs."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    search: Search
    top_k: int = 10

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[LangChainDocument]:
        return [
            LangChainDocument(
                page_content=hit.passage.text,
                id=hit.passage.id,
                metadata={
                    "document_id": hit.passage.document_id,
                    "role": hit.passage.role,
                    "label": hit.passage.label,
                    "start": hit.passage.start,
                    "end": hit.passage.end,
                    "score": hit.score,
                },
            )
            for hit in self.search(query, self.top_k).hits
        ]
