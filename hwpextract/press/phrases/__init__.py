"""Short strings by themselves: agencies, units, names, numbers, days, and lines that stand around a headline."""
