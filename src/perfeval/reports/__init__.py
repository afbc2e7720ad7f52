"""Papers: each module turns an outcome into plain data, without arithmetic."""
