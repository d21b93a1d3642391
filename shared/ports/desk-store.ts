/** A list of work under a name, shared by a team. */
export interface SavedList {
  readonly name: string;
  /** The department whose staff see it; `all` for everyone. */
  readonly team: string;
  /** The filters and the order, as in the address of the list. */
  readonly query: string;
  readonly by: string;
  readonly at: number;
}

/** The lists that staff named, and the cases that they have seen. */
export interface DeskStore {
  /** Store a list under a new name. Return false when the team has one of that name. */
  saveList(list: SavedList): Promise<boolean>;
  /** Return all saved lists, by team and name. */
  savedLists(): Promise<readonly SavedList[]>;
  removeList(list: Pick<SavedList, 'team' | 'name'>): Promise<void>;
  /** Record that a member of staff has seen a case. */
  markSeen(user: string, caseId: string, at: number): Promise<void>;
  /** Return when a member of staff saw each of these cases last. */
  seenAt(user: string, caseIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
