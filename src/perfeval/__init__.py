"""Appraisal workbooks in, exact and explainable scores out."""

__version__ = "0.1.0"
