"""Reading words of any script by sound; knows nothing of people."""
