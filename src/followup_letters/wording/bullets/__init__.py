"""Strengths: `forms` proves the grammatical form of a bullet, each other module one kind of it; `saying` tells it."""
