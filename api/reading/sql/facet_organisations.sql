SELECT 'organisations', list, key, name, {number} FROM {counted} JOIN organisation USING (term) WHERE {number} > 0
