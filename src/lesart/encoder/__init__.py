"""The encoder: one small neural model that turns words into vectors and scores. What the scores mean, others know.

Its modules are imported one by one: whoever finds statements by rules alone never loads the runtime.
"""
