-- The list of what went out reads the last days only, the newest first, and counts them by state.
ALTER TABLE reminder_delivery
  ADD KEY reminder_delivery_day (told_on, state),
  ADD KEY reminder_delivery_state (state, id);
