"""What was talked about: as a topic, a question, what the reader told, a detail to remember, two matters at once."""
