"""Figures to what they are about: quantities, relations, estimates."""

from stemmata.reconciling.estimates import METHODS, check_method
from stemmata.reconciling.quantities import Reconciled, estimated, of_groups, reconcile

__all__ = ["METHODS", "Reconciled", "check_method", "estimated", "of_groups", "reconcile"]
