-- Whether anything new is known at a moment is asked with every list.
CREATE INDEX figure_known ON figure (reported_at, id);
CREATE INDEX figure_confirmation_known ON figure_confirmation (confirmed_at, id);
