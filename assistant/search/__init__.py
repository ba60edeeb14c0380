"""From passages to an index, and from a query to scored passages."""
