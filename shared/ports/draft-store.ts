/** The page or case whose forms a draft belongs to, and the member of staff who types. */
export interface DraftOwner {
  /** The path of the page, such as `/cases/<reference>`. */
  readonly place: string;
  readonly user: string;
}

/** The typed words of one form that was not sent yet. */
export interface Draft {
  /** The form among those of its page: the name of its action, and its fixed fields. */
  readonly form: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly at: number;
}

/**
 * The drafts of staff. Each time that a page is shown, its forms get a new edit. An edit that was sent is over: a
 * draft of it that arrives later is not stored, so that sent words never appear again as unsent ones.
 */
export interface DraftStore {
  /** Store the newest words of an edit. Return false when the edit is over. */
  save(owner: DraftOwner, edit: string, draft: Draft): Promise<boolean>;
  /** Return the drafts of a member of staff for a page, the newest first. */
  drafts(owner: DraftOwner): Promise<readonly Draft[]>;
  /** End an edit and remove its draft: the form was sent, or its words were discarded. */
  end(owner: DraftOwner, edit: string, form: string, at: number): Promise<void>;
  /** Remove the drafts of all staff for a page. */
  forget(place: string): Promise<void>;
}
