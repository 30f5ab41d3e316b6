"""The distributed engine: passages, vectors and words live in Milvus; articles stay in the store."""
