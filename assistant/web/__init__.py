"""The pages: the chat, its sources, the server. The only home of gradio."""
