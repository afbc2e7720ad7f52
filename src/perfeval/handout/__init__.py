"""The forms of a round: who gets which, under what name, with what filled in."""
