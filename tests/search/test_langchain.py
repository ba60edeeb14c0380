from __future__ import annotations

from langchain_core.documents import Document
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnableLambda, RunnablePassthrough

from assistant.search.langchain import PassageRetriever
from assistant.search.retriever import Search

QUESTION = "Hvem holder øje med beboernes helbred?"


def test_documents_carry_all_that_a_citation_needs(search: Search) -> None:
    documents = PassageRetriever(search=search, top_k=3).invoke(QUESTION)
    assert len(documents) == 3
    for document, hit in zip(documents, search(QUESTION, 3).hits, strict=True):
        source = search.index.documents_by_id[document.metadata["document_id"]]
        assert document.id == hit.passage.id
        assert document.page_content == source.text[document.metadata["start"] : document.metadata["end"]]
        assert document.metadata["label"] == hit.passage.label
        assert document.metadata["role"] == source.role
        assert document.metadata["score"] == hit.score


def test_a_chain_puts_the_passages_into_a_prompt(search: Search) -> None:
    def cited(documents: list[Document]) -> str:
        return "\n".join(f"{each.metadata['label']}: {each.page_content}" for each in documents)

    prompt = ChatPromptTemplate.from_template("{context}\n\n{question}")
    context = PassageRetriever(search=search) | RunnableLambda(cited)
    chain = {"context": context, "question": RunnablePassthrough()} | prompt
    text = chain.invoke(QUESTION).to_string()
    assert "Pejlemærke 8, punkt 2: Vi vil fortsat understøtte muligheden" in text
    assert text.endswith(QUESTION)


def test_many_queries_at_once(search: Search) -> None:
    retriever = PassageRetriever(search=search, top_k=1)
    first = [each[0].id for each in retriever.batch(["bostedslæger", "", "seniorpolitik"]) if each]
    assert first == ["plan-2024/p8.1", "plan-2024/p14.2"]
