"""Figures to what they are about: quantities, relations, estimates."""

from stemmata.reconciling.estimates import METHODS
from stemmata.reconciling.quantities import Reconciled, reconcile

__all__ = ["METHODS", "Reconciled", "reconcile"]
