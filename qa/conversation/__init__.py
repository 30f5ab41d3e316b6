"""Turns of a conversation become questions that stand alone."""

from qa.conversation.resolving import resolve
from qa.conversation.turn import Reading, Resolution, TurnKind

__all__ = ["Reading", "Resolution", "TurnKind", "resolve"]
