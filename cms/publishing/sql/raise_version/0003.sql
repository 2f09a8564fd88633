-- Asks for the content version to be raised: what it writes has a deferred trigger of its own, which PostgreSQL runs when
-- all others have run, those that check foreign keys and so wait for others among them. Whoever has raised it need not
-- ask again.
CREATE OR REPLACE FUNCTION publishing_raise_version() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO publishing_visiblechange (transaction)
    SELECT txid_current()
    WHERE NOT EXISTS (SELECT FROM publishing_contentversion WHERE raised_by = txid_current())
    ON CONFLICT DO NOTHING;
END
$$;
