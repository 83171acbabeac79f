"""What the checks of the built site share."""
